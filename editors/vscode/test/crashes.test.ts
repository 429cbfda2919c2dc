import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { crashes } from "../src/crashes";

function server({ hasRun = true } = {}) {
  let now = 0;
  const givesUp = mock.fn();
  const again = crashes({ hasRun: () => hasRun, givesUp, now: () => now });
  const crash = (seconds: number): boolean => {
    now += seconds * 1000;
    return again();
  };
  return { givesUp, crash };
}

test("a crash is followed by a start", () => {
  const { crash, givesUp } = server();
  assert.equal(crash(0), true);
  assert.equal(givesUp.mock.callCount(), 0);
});

test("the fifth crash within three minutes is the last", () => {
  const { crash, givesUp } = server();
  assert.deepEqual([10, 10, 10, 10].map(crash), [true, true, true, true]);
  assert.equal(crash(10), false);
  assert.equal(givesUp.mock.callCount(), 1);
});

test("crashes of long ago do not count", () => {
  const { crash } = server();
  assert.ok(Array.from({ length: 20 }, () => crash(60)).every(Boolean));
});

test("a server that never answered is not tried again", () => {
  const { crash, givesUp } = server({ hasRun: false });
  assert.equal(crash(0), false);
  assert.equal(givesUp.mock.callCount(), 0); // whoever started it hears of it
});
