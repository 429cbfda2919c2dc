/** Bundles the extension and its web view; with `--tests` the unit tests instead. */
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";

const production = process.argv.includes("--production");
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "inline",
  logLevel: "warning",
  target: "es2023",
};
const node = { ...common, platform: "node", format: "cjs", external: ["vscode"] };

if (process.argv.includes("--tests")) {
  rmSync("out", { recursive: true, force: true });
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...node,
    entryPoints: tests.map((name) => `test/${name}`),
    external: ["vscode", "vscode-oniguruma", "vscode-textmate"],
    outdir: "out",
  });
} else {
  rmSync("dist", { recursive: true, force: true });
  await Promise.all([
    build({ ...node, entryPoints: ["src/extension.ts"], outdir: "dist" }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["src/preview/view.ts", "src/preview/view.css"],
      outdir: "dist/preview",
    }),
  ]);
}
