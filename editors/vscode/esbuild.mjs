/** Bundles the extension and its web view; with `--tests` the unit tests instead. */
import { build } from "esbuild";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
  const extension = { ...node, outdir: "dist", metafile: true };
  const bundles = await Promise.all([
    build({
      ...extension,
      entryPoints: ["src/extension.ts"],
      // A file of its own, for the language client in it is not needed, and so not even
      // read, before there is a server.
      external: [...extension.external, "./connection"],
      supported: { "dynamic-import": false },
    }),
    build({ ...extension, entryPoints: ["src/connection.ts"] }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["src/preview/view.ts", "src/preview/view.css"],
      outdir: "dist/preview",
      metafile: true,
    }),
  ]);
  writeFileSync("dist/LICENSES.txt", licences(bundles));
}

/** The licences of the packages that bundles have parts of: they ask to be kept with them. */
function licences(bundles) {
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = inputs.flatMap((path) => {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
    return found ? [found[0]] : [];
  });
  return [...new Set(packages)].sort().map(licence).join("\n");
}

function licence(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) {
    throw new Error(`${name} has no licence to put beside it`);
  }
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
