/**
 * Loaded before a program that the supervisor starts: ends the program when the supervisor is gone, even
 * by kill -9, which closes the channel between them. First by a request to stop, then for good.
 */
if (process.channel !== undefined) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 15_000).unref();
  });
}
