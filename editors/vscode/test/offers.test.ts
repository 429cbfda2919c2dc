import assert from "node:assert/strict";
import { test } from "node:test";
import { offersIn } from "../src/offers";

function action(title: string, command: string, wish: object) {
  return { title, command: { command, arguments: [wish] } };
}

test("engines, presets and descriptions are read from actions", () => {
  const found = offersIn([
    action("Improve prompt with m at h", "promptLsp.improve", { engine: "messages" }),
    action("Improve prompt (offline)", "promptLsp.improve", { engine: "offline" }),
    action("Improve prompt (offline): Short", "promptLsp.improve", {
      engine: "offline",
      feedback: "Short",
    }),
    action("Improve prompt with feedback…", "promptLsp.ui.improveWithFeedback", {
      engine: "messages",
    }),
    action("Generate prompt (offline)", "promptLsp.generate", { engine: "offline" }),
  ]);
  assert.deepEqual(found, {
    engines: [
      { name: "messages", label: "m at h" },
      { name: "offline", label: "offline" },
    ],
    presets: ["Short"],
    describes: true,
  });
});

test("no actions offer nothing", () => {
  assert.deepEqual(offersIn([]), { engines: [], presets: [], describes: false });
});
