interface WithAttributes {
  getAttribute(name: string): string | null;
}

function hasAttributes(element: object): element is WithAttributes {
  return 'getAttribute' in element && typeof element.getAttribute === 'function';
}

/**
 * An attribute of pasted HTML. Elements come as plain objects because this code is also compiled for
 * the server, where there is no DOM to describe them.
 */
export function elementAttribute(element: object, name: string): string | null {
  return hasAttributes(element) ? element.getAttribute(name) : null;
}
