// Checks that Lua stands as StyLua writes it, with the settings of `editors/nvim/stylua.toml`.
// node format.mjs FOLDER [--write] FILE…   FOLDER is where npm has installed @johnnymorganz/stylua
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, ...rest] = process.argv.slice(2);
const write = rest[0] === "--write";
const stylua = createRequire(`${resolve(folder)}/`)("@johnnymorganz/stylua");

const enums = {
  indent_type: stylua.IndentType,
  quote_style: stylua.QuoteStyle,
};
const toml = readFileSync(new URL("../../../editors/nvim/stylua.toml", import.meta.url), "utf8");
const settings = [...toml.matchAll(/^(\w+) = (.+)$/gm)].map(([, key, value]) => [key, JSON.parse(value)]);

/** The settings anew: StyLua takes them for one file only. */
function config() {
  return Object.assign(
    stylua.Config.new(),
    Object.fromEntries(settings.map(([key, value]) => [key, enums[key]?.[value] ?? value])),
  );
}

for (const file of rest.slice(write ? 1 : 0)) {
  const text = readFileSync(file, "utf8");
  const formatted = stylua.formatCode(text, config(), undefined, stylua.OutputVerification.Full);
  if (formatted !== text) {
    console.log(`${file}: ${write ? "formatted" : "is not as StyLua writes it"}`);
    if (write) writeFileSync(file, formatted);
    else process.exitCode = 1;
  }
}
