type Task = () => Promise<unknown>;

const tasks = new Set<Task>();

/** The longest that signing out waits for what is still to be sent. */
const LONGEST_MS = 10_000;

/** Registers what is to be done while the session still holds; answers how to forget it again. */
export function beforeSignOut(task: Task): () => void {
  tasks.add(task);
  return () => {
    tasks.delete(task);
  };
}

/** Does it all. A line that hangs does not keep anybody from signing out. */
export async function finishBeforeSignOut(): Promise<void> {
  if (tasks.size === 0) return;
  const all = Promise.allSettled([...tasks].map((task) => task()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const longest = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_MS);
  });
  await Promise.race([all, longest]);
  clearTimeout(timer);
}
