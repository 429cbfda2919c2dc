/**
 * Work of the server that can be cancelled, shown where it can be.
 *
 * The language client shows it in the status bar alone, which has no place to cancel.
 */
import * as vscode from "vscode";
import type { Middleware, ProgressToken } from "vscode-languageclient/node";

/** Milliseconds until work is shown: what is done sooner needs no notification. */
const PATIENCE = 400;

/** Progress as notifications. */
export interface Progress {
  readonly handle: NonNullable<Middleware["handleWorkDoneProgress"]>;
  /** Take all of them away: whoever worked is gone. */
  clear(): void;
}

interface Work {
  report(message: string | undefined): void;
  end(): void;
}

/** @param cancel tells the server that the user does not want it any more. */
export function notifiedProgress(cancel: (token: ProgressToken) => void): Progress {
  const works = new Map<ProgressToken, Work>();
  return {
    handle(token, params, next) {
      if (params.kind === "begin" && params.cancellable) {
        works.set(token, work(params.title, params.message, () => { cancel(token); }));
      } else if (params.kind === "report") {
        works.get(token)?.report(params.message);
      } else if (params.kind === "end") {
        works.get(token)?.end();
        works.delete(token);
      }
      // What is shown here is not shown there; the end is, for there it is waited for.
      if (!works.has(token)) {
        next(token, params);
      }
    },
    clear() {
      for (const each of works.values()) {
        each.end();
      }
      works.clear();
    },
  };
}

function work(title: string, first: string | undefined, cancelled: () => void): Work {
  let message = first;
  let shown: vscode.Progress<{ message: string }> | undefined;
  const { promise: ended, resolve: end } = deferred();
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      shown = progress;
      say();
      token.onCancellationRequested(cancelled);
      return ended;
    });
  }, PATIENCE);
  const say = (): void => {
    if (message !== undefined) {
      shown?.report({ message });
    }
  };
  return {
    report(now) {
      message = now ?? message;
      say();
    },
    end() {
      clearTimeout(timer);
      end();
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
