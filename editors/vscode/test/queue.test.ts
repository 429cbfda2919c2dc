import assert from "node:assert/strict";
import { test } from "node:test";
import { queued } from "../src/queue";

/** A job whose runs end when they are told to. */
function job() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const run = queued(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
  });
  return {
    run,
    get most() {
      return most;
    },
    get runs() {
      return ends.length;
    },
    /** Ends the run that began as that number, from 0, once it has begun. */
    async end(number: number) {
      while (ends.length <= number) {
        await new Promise(setImmediate);
      }
      ends[number]?.();
    },
  };
}

test("a call runs the job", async () => {
  const one = job();
  const called = one.run();
  await one.end(0);
  await called;
  assert.equal(one.runs, 1);
});

test("calls during a run are one run after it", async () => {
  const one = job();
  const first = one.run();
  while (one.runs === 0) {
    await new Promise(setImmediate);
  }
  const others = [one.run(), one.run(), one.run()];
  assert.equal(one.runs, 1);
  await one.end(0);
  await first;
  await one.end(1);
  await Promise.all(others);
  assert.deepEqual([one.runs, one.most], [2, 1]);
});

test("a call just as a run ends makes no second one beside it", async () => {
  let running = 0;
  let most = 0;
  const run = queued(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  });
  const first = run();
  await new Promise(setImmediate);
  const later = [run(), first.then(run), first.then().then(run), first.then().then().then(run)];
  await Promise.all(later);
  assert.equal(most, 1);
});

test("a run that fails does not stop those after it", async () => {
  let runs = 0;
  const run = queued(() => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error("no")) : Promise.resolve();
  });
  await assert.rejects(run());
  await run();
  assert.equal(runs, 2);
});
