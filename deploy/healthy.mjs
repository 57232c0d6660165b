/** Ends with 0 when the address answers 2xx: the health check of images that have no curl. */
const answer = await fetch(process.argv[2] ?? '', { signal: AbortSignal.timeout(4000) }).catch(
  (error) => ({ ok: false, status: String(error) }),
);
if (!answer.ok) {
  console.error(`not healthy: ${answer.status}`);
  process.exit(1);
}
