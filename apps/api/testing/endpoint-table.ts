import type { Access } from '@cam-nang/platform';
import type { InventoryEntry } from '@cam-nang/platform/http';

function accessText(access: Access): string {
  return access.kind === 'permission' ? access.permission : access.kind;
}

/** Every route with who may call it, one a line, as people read it. */
export function endpointTable(entries: readonly InventoryEntry[]): string {
  const rows = entries.map(({ endpoint, access }) => [
    accessText(access),
    endpoint.method,
    endpoint.path,
    endpoint.id,
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.sort().join('\n')}\n`;
}
