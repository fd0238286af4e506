/**
 * A picture as a page that other pages show in a frame: the SVG, and a script that tells the page around how high it is. It needs nothing else, asks nobody for anything, and reads as
 * well without the script: its policy admits this style and this script by their hashes, and nothing beyond.
 */

import { xmlText } from "./drawing.ts";
import { forcedColors } from "./forced-colors.ts";
import { ground } from "./ink.ts";

/** On a narrow page a picture is moved sideways: smaller its words could not be read. */
const style = `html{background:${ground}}
body{margin:0}
main{overflow-x:auto}
svg{display:block;max-width:100%;height:auto;margin:0 auto}
@media (max-width:760px){svg{max-width:none}}
h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
${forcedColors}`;

/** Whatever changes its height, a letter that loads late or a narrower frame, is told anew. A height is no secret, so any page may hear it. */
const script = `new ResizeObserver(([{target}])=>parent.postMessage({capstackHeight:Math.ceil(target.getBoundingClientRect().height)},"*")).observe(document.documentElement)`;

/** SHA-256 of both, as the policy names them. */
const styleHash = "sha256-ar+xrnCUIJ/+yX8AcKoj3hNMBpWSrsSP62A3qXuwDlE=";
const scriptHash = "sha256-CyALCq+dXjbgTqtqGC/a1FzBY56XOKrhV2i+rfnIM5M=";

export function embedPage(svg: string): string {
  const title = titleIn(svg);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main tabindex="0">
<h1>${title}</h1>
${svg.trim()}
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** What a page writes to show such a file, and to give the frame the height that it tells. */
export function embedCode(file: string, svg: string): string {
  return `<iframe src="${xmlText(file)}" title="${titleIn(svg)}" sandbox="allow-scripts" height="700" style="border:0;width:100%"></iframe>
<script>addEventListener("message",({data,source})=>{for(const frame of document.querySelectorAll("iframe"))if(frame.contentWindow===source&&data?.capstackHeight>0)frame.height=data.capstackHeight})</script>
`;
}

/** The title as it stands in the picture, escaped: its only words in bold, in as many lines as they need. */
function titleIn(svg: string): string {
  return [...svg.matchAll(/<text[^>]*font-weight="700"[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line!).join(" ");
}
