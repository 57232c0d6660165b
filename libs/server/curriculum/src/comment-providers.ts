import { CommentStore } from './persistence/comment-store.js';
import { ThreadSubjects } from './queries/thread-subjects.query.js';
import { Threads } from './queries/threads.query.js';
import { OpenThread } from './use-cases/open-thread.js';
import { SettleThread } from './use-cases/settle-thread.js';
import { WriteThread } from './use-cases/write-thread.js';

/** What people say about passages. */
export const COMMENTS = [
  CommentStore,
  OpenThread,
  SettleThread,
  ThreadSubjects,
  Threads,
  WriteThread,
];
