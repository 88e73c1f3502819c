import type { VNode } from 'preact';
import qrcode from 'qrcode-generator';

/** Modules around the code that stay white. Source: ISO/IEC 18004, 9.1. */
const QUIET = 4;

/** An address as a QR code, black on white in every theme: cameras ask for it. */
export function QrCode({ text, label }: { text: string; label: string }): VNode {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const side = String(count + 2 * QUIET);
  return (
    <svg class="ha-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={darkModules(code, count)} fill="#000" />
    </svg>
  );
}

function darkModules(code: ReturnType<typeof qrcode>, count: number): string {
  const places = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const);
  return places
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${String(column + QUIET)} ${String(row + QUIET)}h1v1h-1z`)
    .join('');
}
