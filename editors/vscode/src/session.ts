/** The server that runs, from its start to its end. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Shared } from "./client";
import type { Connection, Phase } from "./connection";
import { queued } from "./queue";
import { shunnedFolders, wishes } from "./server/environment";
import { findServer, type Search, type Server } from "./server/find";
import { thisMachine } from "./server/machine";

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
  /** Start the server, if nobody has before. */
  wake(): Promise<void>;
  /** Start the server, or end it and start it anew; waits for a start under way. */
  restart(): Promise<void>;
  /** Start the server anew; one that sleeps sleeps on. */
  renew(): Promise<void>;
  /** Start the server anew only where another one would be found now; one that sleeps sleeps on. */
  reconsider(): Promise<void>;
  /** End the server for good. */
  end(): Promise<void>;
}

/** A session whose server has not been started. */
export function createSession(around: Surroundings): Session {
  const { log } = around.shared;
  const changed = new vscode.EventEmitter<Condition>();
  let condition: Condition = { kind: "stopped" };
  let connection: Connection | undefined;
  let server: Server | undefined;
  let starting: Promise<void> = Promise.resolve();
  let ending: Promise<void> = Promise.resolve();
  let awake = false;
  let ended = false;

  const become = (now: Condition): void => {
    condition = now;
    if (!ended) {
      changed.fire(now);
    }
  };

  const stop = async (): Promise<void> => {
    const old = connection;
    connection = undefined;
    ending = old?.end() ?? ending;
    await ending;
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
    const { connectionTo } = await import("./connection");
    if (ended) {
      return;
    }
    const made = connectionTo(of, key, {
      shared: around.shared,
      becomes: (phase) => {
        if (connection === made) {
          become(conditionOf(phase, of, made.version));
        }
      },
      givesUp: () => {
        if (!ended) {
          around.givesUp(of);
        }
      },
    });
    connection = made;
    await made.start();
  };

  const restart = queued(async () => {
    if (ended) {
      return;
    }
    try {
      await stop();
      await start();
    } catch (error) {
      log.error("no server could be started", String(error));
      become({ kind: "stopped" });
    }
  });

  const again = (): Promise<void> => {
    awake = true;
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
      let last;
      do {
        last = starting;
        await last;
      } while (last !== starting); // another start was wished for meanwhile
      return connection?.ready();
    },
    async wake() {
      if (!awake) {
        await again();
      }
    },
    restart: again,
    async renew() {
      if (awake) {
        await again();
      }
    },
    async reconsider() {
      if (!awake) {
        return;
      }
      await starting;
      const { server: found } = await look(around);
      const same = JSON.stringify(found) === JSON.stringify(server);
      if (!(same && connection?.isRunning)) {
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

/** What the phase of a connection says to people. */
function conditionOf(phase: Phase, server: Server, version = server.version ?? ""): Condition {
  switch (phase) {
    case "running":
      return { kind: phase, server, version };
    case "failed":
      return { kind: phase, server };
    default:
      return { kind: phase };
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
