import type { Shape } from '@cam-nang/domain';

function element({ path, stroke, strokeWidth, fill }: Shape): string {
  const line = stroke === null ? '' : ` stroke="${stroke}" stroke-width="${strokeWidth}"`;
  return `<path d="${path}" fill="${fill ?? 'none'}"${line}/>`;
}

/** Shapes as an SVG image that covers a page of the given size in mm. */
export function shapesToSvg(shapes: readonly Shape[], width: number, height: number): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${width} ${height}">${shapes.map(element).join('')}</svg>`
  );
}
