/** What pictures are drawn with, on a white ground in every theme. */

export const ink = "#1b1f24";
export const muted = "#59636e";
export const ground = "#ffffff";
export const halo = "#ffd866";
export const conflict = "#b42318";
export const font = `font-family="Inter, 'Helvetica Neue', Arial, 'Open Sans', sans-serif"`;
