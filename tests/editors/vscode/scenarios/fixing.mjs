/** Findings, where they stand, and how they are fixed. */
import { until } from "../until.mjs";

/**
 * A legacy prompt is underlined where the server says, and fixed with the keyboard.
 *
 * `steps` are `{at, title, squiggles}`: where the cursor goes, what is chosen there, and
 * what is underlined then.
 */
export async function fixes_by_keyboard(stage, { programs, text, squiggles, steps, fixed }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.underlines(squiggles);
  await window.shot("squiggles");
  for (const step of steps) {
    await window.goTo(...step.at);
    await window.actions();
    await window.shot("quick-fix");
    await window.choose(step.title);
    await window.underlines(step.squiggles);
  }
  await window.save();
  await window.saved();
  await stage.holds("old.prompt", fixed);
  await window.shot("fixed");
}

/** What is saved is fixed, if the user wishes so. */
export async function fixes_on_save(stage, { programs, text, fixed }) {
  const user = { "editor.codeActionsOnSave": { "source.fixAll.promptLsp": "explicit" } };
  const window = await stage.openPrompt("old.prompt", text, { programs, user });
  await window.judged();
  await window.focus();
  // The editor does not wait for slow fixes, as they are while the machine is busy.
  await until("it is fixed as it is saved", async () => {
    await window.save();
    return stage.holds("old.prompt", fixed, 3_000);
  });
  await until("it is no longer underlined", async () =>
    (await window.underlined()).every(([, , , severity]) => severity === "hint"));
  await window.shot("fixed-on-save");
}

/** All that is safe is fixed by one command, and one undo takes it back. */
export async function fixes_all(stage, { programs, text, fixed }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.run("Prompt: Fix All");
  await window.dirty("old.prompt");
  await window.save();
  await stage.holds("old.prompt", fixed);
  await window.press("Control+z");
  await window.save();
  await stage.holds("old.prompt", text);
}
