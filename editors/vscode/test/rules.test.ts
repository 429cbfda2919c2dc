import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesIn } from "../src/rules";

test("rules are read from their listing", () => {
  const listing = "TRN001  error        missing-human-turn          fix\nother\nVAR002  off  name\n";
  assert.deepEqual(rulesIn(listing), [
    { code: "TRN001", severity: "error", name: "missing-human-turn" },
    { code: "VAR002", severity: "off", name: "name" },
  ]);
});
