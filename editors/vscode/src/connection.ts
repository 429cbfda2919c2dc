/**
 * The connection to one server, from its start to its end.
 *
 * It brings the language client, which is most of the extension's code and of the time
 * that loading it takes: a session imports it once there is a server to speak with.
 */
import { type LanguageClient, State } from "vscode-languageclient/node";
import { clientFor, type Shared } from "./client";
import { crashes } from "./crashes";
import type { Server } from "./server/find";

/** Milliseconds that a server may take to answer for the first time. */
const PATIENCE = 30_000;

/** How a connection is; one that ends before its server has answered has failed. */
export type Phase = "starting" | "running" | "stopped" | "failed";

/** What a connection needs of its surroundings. */
export interface Wiring {
  readonly shared: Omit<Shared, "startsAgain">;
  readonly becomes: (phase: Phase) => void;
  /** Called when the server ends again and again, or does not even start. */
  readonly givesUp: () => void;
}

export interface Connection {
  readonly isRunning: boolean;
  /** The version that the server has told. */
  readonly version: string | undefined;
  /** The client, once its server runs; undefined where it is not on its way. */
  ready(): Promise<LanguageClient | undefined>;
  /** Start the server; a failure is told to the surroundings. */
  start(): Promise<void>;
  end(): Promise<void>;
}

/** A connection to a server that has not been started. */
export function connectionTo(
  server: Server,
  key: string | undefined,
  { shared, becomes, givesUp }: Wiring,
): Connection {
  let ran = false;
  const startsAgain = crashes({ hasRun: () => ran, givesUp });
  const client = clientFor(server, key, { ...shared, startsAgain });
  client.onDidChangeState(({ newState }) => {
    ran ||= newState === State.Running;
    becomes(phaseOf(newState, ran));
  });
  return {
    get isRunning() {
      return client.isRunning();
    },
    get version() {
      return client.initializeResult?.serverInfo?.version;
    },
    async ready() {
      if (client.state === State.Starting) {
        // After a crash the client starts by itself, and this waits for it. One that has
        // been given up is not asked: it would start again.
        await client.start().catch(() => undefined);
      }
      return client.isRunning() ? client : undefined;
    },
    async start() {
      try {
        await inTime(client.start());
      } catch (error) {
        shared.log.error("the server does not start", String(error));
        // Its process may be there still and say nothing: this ends it.
        await client.dispose().catch(() => undefined);
        becomes("failed");
        givesUp();
      }
    },
    async end() {
      // One that is on its way up would stay half made, with its commands.
      if (client.state === State.Starting) {
        await inTime(client.start()).catch(() => undefined);
      }
      // One that does not end in time is killed by the client itself.
      await client.dispose().catch(() => undefined);
    },
  };
}

/** What the state of a client is, whatever the client itself calls it. */
function phaseOf(state: State, ran: boolean): Phase {
  switch (state) {
    case State.Running:
      return "running";
    case State.Starting:
      return "starting";
    case State.StartFailed:
      return "failed";
    default:
      return ran ? "stopped" : "failed";
  }
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
