const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
// A terminal and npm both pass on the same Ctrl-C; that is one wish, not two.
const sameWishMilliseconds = 500;
const limitMilliseconds = 25_000;
const parentCheckMilliseconds = 250;

/**
 * Ends the process in order on the first signal: `stop` runs, then exit 0. A second signal, or a stop that takes too
 * long, ends it at once with 1. An error that nobody caught stops in order too, and says so with 1.
 */
export function stopOnSignal(stop: () => Promise<void>, onCrash: (error: unknown) => void): void {
  let first: number | undefined;
  const end = (status: number) => {
    if (first !== undefined) {
      if (Date.now() - first > sameWishMilliseconds) process.exit(1);
      return;
    }
    first = Date.now();
    setTimeout(() => process.exit(1), limitMilliseconds).unref();
    stop().then(
      () => process.exit(status),
      (error: unknown) => {
        onCrash(error);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, () => end(0));
  // npm passes a signal to the shell between us, which dies of it and tells nobody.
  if (process.env.npm_lifecycle_event !== undefined) onOrphaned(() => end(0));
  process.on("uncaughtException", (error) => {
    onCrash(error);
    end(1);
  });
}

function onOrphaned(react: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    react();
  }, parentCheckMilliseconds);
  timer.unref();
}
