import { EditionRecordStore } from './persistence/edition-record-store.js';
import { EditionDiffs } from './queries/edition-diffs.query.js';
import { HistoryTexts } from './queries/history-texts.query.js';
import { HistoryTrees } from './queries/history-trees.query.js';
import { ImportSnapshot } from './use-cases/import-snapshot.js';
import { KeepArticles } from './use-cases/keep-articles.js';
import { OpenHistory } from './use-cases/open-history.js';
import { WriteSnapshot } from './use-cases/write-snapshot.js';

/** Histories that somebody else wrote: read from files and written back. */
export const HISTORY = [
  EditionDiffs,
  EditionRecordStore,
  HistoryTexts,
  HistoryTrees,
  ImportSnapshot,
  KeepArticles,
  OpenHistory,
  WriteSnapshot,
];
