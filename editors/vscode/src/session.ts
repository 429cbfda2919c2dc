/** The server that runs, from its start to its end. */
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { clientFor, type Shared } from "./client";
import { crashHandler } from "./crashes";
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
  readonly shared: Omit<Shared, "errorHandler">;
  readonly key: () => Thenable<string | undefined>;
  /** Tells the user what came of looking for a server. */
  readonly tell: (search: Search) => void;
  /** Tells the user that the server crashes again and again. */
  readonly givesUp: () => void;
}

/** One server at a time. */
export interface Session extends vscode.Disposable {
  /** The client, if its server runs. */
  readonly client: LanguageClient | undefined;
  readonly server: Server | undefined;
  readonly condition: Condition;
  readonly onDidChange: vscode.Event<Condition>;
  /** Start the server, or end it and start it anew; waits for a start under way. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A session whose server has not been started. */
export function createSession(around: Surroundings): Session {
  const changed = new vscode.EventEmitter<Condition>();
  let condition: Condition = { kind: "stopped" };
  let client: LanguageClient | undefined;
  let server: Server | undefined;

  const become = (now: Condition): void => {
    condition = now;
    changed.fire(now);
  };

  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    if (old) {
      // One that does not end in time is killed by the client itself.
      await old.dispose().catch(() => undefined);
    }
    become({ kind: "stopped" });
  };

  const start = async (): Promise<void> => {
    become({ kind: "starting" });
    const search = await search_(around);
    server = search.server;
    around.tell(search);
    if (!server) {
      become({ kind: "missing", notes: search.notes });
      return;
    }
    const errorHandler = crashHandler(around.givesUp);
    const made = clientFor(server, await around.key(), { ...around.shared, errorHandler });
    client = made;
    follow(made, server);
    try {
      await made.start();
    } catch (error) {
      around.shared.log.error("the server does not start", String(error));
      become({ kind: "failed", server });
    }
  };

  const follow = (made: LanguageClient, of: Server): void => {
    made.onDidChangeState(({ newState }) => {
      if (client !== made) {
        return;
      }
      if (newState === State.Running) {
        const version = made.initializeResult?.serverInfo?.version ?? of.version ?? "";
        become({ kind: "running", server: of, version });
      } else {
        become({ kind: newState === State.Stopped ? "stopped" : "starting" });
      }
    });
  };

  return {
    get client() {
      return client?.isRunning() ? client : undefined;
    },
    get server() {
      return server;
    },
    get condition() {
      return condition;
    },
    onDidChange: changed.event,
    restart: queued(async () => {
      await stop();
      await start();
    }),
    stop,
    dispose: () => {
      changed.dispose();
    },
  };
}

async function search_(around: Surroundings): Promise<Search> {
  const at = (name: string): string =>
    vscode.Uri.joinPath(around.extension, "server", name).fsPath;
  const machine = thisMachine(at("probe.py"), shunnedFolders());
  return findServer(await wishes(), machine, at("launch.py"));
}
