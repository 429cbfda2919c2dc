/** Debian's Chromium, that reaches nothing but this machine. */
import { createRequire } from "node:module";
import { PATIENCE } from "./until.mjs";

const LONELY = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

/** @param {string} home where playwright-core is installed, in `pw` */
export function launchBrowser(home) {
  const { chromium } = createRequire(`${home}/pw/`)("playwright-core");
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-extensions",
      "--disable-sync",
      `--host-resolver-rules=${LONELY}`,
    ],
  });
}

/** A page that nobody has used before. */
export async function freshPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}
