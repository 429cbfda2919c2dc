/** What happens when the server ends by itself. */
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
} from "vscode-languageclient/node";

const MOST = 5; // crashes
const WITHIN = 3 * 60_000; // milliseconds
const MOST_ERRORS = 3; // of the connection, in a row

/**
 * Has a server that crashed started again, unless it keeps crashing.
 *
 * @param givesUp is called when it is not started again.
 * @param now the present time in milliseconds.
 */
export function crashHandler(givesUp: () => void, now: () => number = Date.now): ErrorHandler {
  let crashes: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed(): CloseHandlerResult {
      crashes = [...crashes.filter((at) => now() - at < WITHIN), now()];
      if (crashes.length < MOST) {
        return { action: CloseAction.Restart, handled: true };
      }
      givesUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
