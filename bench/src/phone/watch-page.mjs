// Runs in the page before anything else: notes when the words of `globalThis.awaitedWords` are painted,
// shifts of the layout, and how long touches wait.
const seen = { readableAt: null, shift: 0, inputDelay: 0 };
globalThis.seen = seen;

const observe = (type, take) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true, durationThreshold: 16 });
};
observe('layout-shift', (entry) => {
  if (!entry.hadRecentInput) seen.shift += entry.value;
});
observe('event', (entry) => {
  seen.inputDelay = Math.max(seen.inputDelay, entry.processingStart - entry.startTime);
});

const look = () => {
  const there = document.body?.innerText.includes(globalThis.awaitedWords) === true;
  // One frame later they are painted.
  requestAnimationFrame(there ? () => (seen.readableAt = performance.now()) : look);
};
requestAnimationFrame(look);
