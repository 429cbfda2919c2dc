/** The server that runs, from its start to its end. */
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { clientFor, type Shared } from "./client";
import { crashes } from "./crashes";
import { queued } from "./queue";
import { shunnedFolders, wishes } from "./server/environment";
import { findServer, type Search, type Server } from "./server/find";
import { thisMachine } from "./server/machine";

/** Milliseconds that a server may take to answer for the first time. */
const PATIENCE = 30_000;

/** What is known of the server, for people. */
export type Condition =
  | { readonly kind: "starting" | "stopped" }
  | { readonly kind: "running"; readonly server: Server; readonly version: string }
  | { readonly kind: "missing"; readonly notes: readonly string[] }
  | { readonly kind: "failed"; readonly server: Server };

/** What a session needs of its surroundings. */
export interface Surroundings {
  readonly extension: vscode.Uri;
  readonly shared: Omit<Shared, "startsAgain">;
  readonly key: () => Thenable<string | undefined>;
  /** Tells the user what came of looking for a server. */
  readonly tell: (search: Search) => void;
  /** Tells the user that the server ends again and again, or does not even start. */
  readonly givesUp: (server: Server) => void;
}

/** One server at a time. */
export interface Session {
  readonly server: Server | undefined;
  readonly condition: Condition;
  readonly onDidChange: vscode.Event<Condition>;
  /** The client, once its server runs; undefined where none is on its way. */
  ready(): Promise<LanguageClient | undefined>;
  /** Start the server, or end it and start it anew; waits for a start under way. */
  restart(): Promise<void>;
  /** Start the server anew only where another one would be found now. */
  reconsider(): Promise<void>;
  /** End the server for good. */
  end(): Promise<void>;
}

/** A session whose server has not been started. */
export function createSession(around: Surroundings): Session {
  const { log } = around.shared;
  const changed = new vscode.EventEmitter<Condition>();
  let condition: Condition = { kind: "stopped" };
  let client: LanguageClient | undefined;
  let server: Server | undefined;
  let starting: Promise<void> = Promise.resolve();
  let ended = false;

  const become = (now: Condition): void => {
    condition = now;
    if (!ended) {
      changed.fire(now);
    }
  };

  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    if (old) {
      await close(old);
    }
    become({ kind: "stopped" });
  };

  const start = async (): Promise<void> => {
    become({ kind: "starting" });
    const search = await look(around);
    const key = await keyOf(around);
    if (ended) {
      return;
    }
    server = search.server;
    around.tell(search);
    if (server) {
      await run(server, key);
    } else {
      become({ kind: "missing", notes: search.notes });
    }
  };

  const run = async (of: Server, key: string | undefined): Promise<void> => {
    let ran = false;
    const givesUp = (): void => {
      around.givesUp(of);
    };
    const startsAgain = crashes({ hasRun: () => ran, givesUp });
    const made = clientFor(of, key, { ...around.shared, startsAgain });
    client = made;
    made.onDidChangeState(({ newState }) => {
      ran ||= newState === State.Running;
      if (client === made) {
        // One that ends before it has answered has failed, whatever its client calls it.
        const failed = newState === State.Stopped && !ran;
        become(conditionOf(made, failed ? State.StartFailed : newState, of));
      }
    });
    try {
      await inTime(made.start());
    } catch (error) {
      log.error("the server does not start", String(error));
      // Its process may be there still and say nothing: this ends it.
      await made.dispose().catch(() => undefined);
      if (!ended) {
        become({ kind: "failed", server: of });
        givesUp();
      }
    }
  };

  const restart = queued(async () => {
    if (ended) {
      return;
    }
    try {
      await stop();
      await start();
    } catch (error) {
      log.error("the server could not be looked for", String(error));
      become({ kind: "stopped" });
    }
  });

  const again = (): Promise<void> => {
    starting = restart();
    return starting;
  };

  return {
    get server() {
      return server;
    },
    get condition() {
      return condition;
    },
    onDidChange: changed.event,
    async ready() {
      await starting;
      if (client?.state === State.Starting) {
        // After a crash the client starts by itself, and this waits for it. One that has
        // been given up is not asked: it would start again.
        await client.start().catch(() => undefined);
      }
      return client?.isRunning() ? client : undefined;
    },
    restart: again,
    async reconsider() {
      await starting;
      const { server: found } = await look(around);
      const same = JSON.stringify(found) === JSON.stringify(server);
      if (!(same && client?.isRunning())) {
        await again();
      }
    },
    async end() {
      ended = true;
      await stop();
      changed.dispose();
    },
  };
}

/** What the state of a client says to people. */
function conditionOf(client: LanguageClient, state: State, server: Server): Condition {
  switch (state) {
    case State.Running: {
      const version = client.initializeResult?.serverInfo?.version ?? server.version ?? "";
      return { kind: "running", server, version };
    }
    case State.Starting:
      return { kind: "starting" };
    case State.StartFailed:
      return { kind: "failed", server };
    default:
      return { kind: "stopped" };
  }
}

async function close(client: LanguageClient): Promise<void> {
  // One that is on its way up would stay half made, with its commands.
  if (client.state === State.Starting) {
    await inTime(client.start()).catch(() => undefined);
  }
  // One that does not end in time is killed by the client itself.
  await client.dispose().catch(() => undefined);
}

/** A start; one that takes too long is given up. */
async function inTime(start: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error("it does not answer")); }, PATIENCE);
  });
  try {
    await Promise.race([start, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The key; without a store of secrets there is none, and all else works. */
async function keyOf({ key, shared }: Surroundings): Promise<string | undefined> {
  try {
    return await key();
  } catch (error) {
    shared.log.error("the API key cannot be read", String(error));
    return undefined;
  }
}

async function look(around: Surroundings): Promise<Search> {
  const at = (name: string): string =>
    vscode.Uri.joinPath(around.extension, "server", name).fsPath;
  const machine = thisMachine(at("probe.py"), shunnedFolders());
  return findServer(await wishes(), machine, at("launch.py"));
}
