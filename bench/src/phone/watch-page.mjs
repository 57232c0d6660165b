// Runs in the page before anything else: notes when the words of `globalThis.awaitedWords` are painted,
// shifts of the layout, and how long touches wait.
const seen = { arrivedAt: null, readableAt: null, shift: 0, inputDelay: 0 };
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
  if (document.body?.innerText.includes(globalThis.awaitedWords) !== true) {
    requestAnimationFrame(look);
    return;
  }
  seen.arrivedAt = performance.now();
  // One frame later they are painted.
  requestAnimationFrame(() => (seen.readableAt = performance.now()));
};
requestAnimationFrame(look);
