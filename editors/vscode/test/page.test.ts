import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../src/preview/page";

const html = page({ script: "S.js", style: "S.css", source: "https://here" }, "NONCE");

test("the page runs its own script alone, and reaches nothing", () => {
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  assert.equal(policy, "default-src 'none'; style-src https://here; script-src 'nonce-NONCE'");
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="NONCE" src="S.js">']);
  assert.doesNotMatch(html, /unsafe|style="|\son\w+="/);
});
