/** A node that another merged request changed too. */
export interface StuckNode {
  readonly nodeId: string;
  readonly label: string;
  readonly title: string;
}

/** The nodes that a refused merge names, whatever else its details hold. */
export function stuckNodes(details: Readonly<Record<string, unknown>>): readonly StuckNode[] {
  const { nodes } = details;
  return Array.isArray(nodes) ? nodes.filter(isStuckNode) : [];
}

function isStuckNode(value: unknown): value is StuckNode {
  if (typeof value !== 'object' || value === null) return false;
  return ['nodeId', 'label', 'title'].every((name) => typeof Reflect.get(value, name) === 'string');
}
