/** The page of the preview: an empty one, which its script fills. */

export interface Assets {
  readonly script: string;
  readonly style: string;
  /** What the editor serves its own files from. */
  readonly source: string;
}

/** A page that loads nothing but its own script and style. */
export function page({ script, style, source }: Assets, nonce: string): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${style}">
    <title>Prompt Preview</title>
  </head>
  <body>
    <form id="variables" aria-label="Values of the variables"></form>
    <p id="notice" role="status"></p>
    <main id="turns" role="feed" aria-label="Turns of the prompt"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
