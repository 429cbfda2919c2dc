/**
 * Plays scenarios in the real workbench, as told on standard input.
 *
 *   node scenes.mjs CODE_SERVER_HOME VSIX DATA SHOTS
 *
 * A line in is `{"scenario": NAME, "with": {…}}`, a line out `{"ok": true, "told": …}`
 * or `{"ok": false, "error": …}`. One server and one browser serve all of them; each
 * scenario has a window, settings and a folder of its own.
 */
import { createInterface } from "node:readline";
import { launchBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { stageOf } from "./stage.mjs";
import * as fixing from "./scenarios/fixing.mjs";
import * as lasting from "./scenarios/lasting.mjs";
import * as showing from "./scenarios/showing.mjs";
import * as working from "./scenarios/working.mjs";

const SCENARIOS = { ...fixing, ...lasting, ...showing, ...working };

async function main([home, vsix, data, shots]) {
  const server = await startServer(home, vsix, data);
  const browser = await launchBrowser(home);
  say({ ok: true });
  try {
    for await (const line of createInterface({ input: process.stdin })) {
      say(await play(JSON.parse(line), { server, browser, shots }));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function play({ scenario, with: wanted }, house) {
  const stage = stageOf(scenario, house);
  try {
    return { ok: true, told: (await SCENARIOS[scenario](stage, wanted)) ?? null };
  } catch (error) {
    return { ok: false, error: String(error.stack), seen: await stage.failed() };
  } finally {
    await stage.clear();
  }
}

function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

await main(process.argv.slice(2));
