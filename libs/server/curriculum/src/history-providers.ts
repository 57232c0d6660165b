import { EditionRecordStore } from './persistence/edition-record-store.js';
import { LineHistoryStore } from './persistence/line-history-store.js';
import { CurriculumHistories } from './queries/curriculum-history.query.js';
import { EditionDiffs } from './queries/edition-diffs.query.js';
import { HandbookHistories } from './queries/handbook-history.query.js';
import { HistoryTexts } from './queries/history-texts.query.js';
import { HistoryTrees } from './queries/history-trees.query.js';
import { NodeHistories } from './queries/node-history.query.js';
import { ImportSnapshot } from './use-cases/import-snapshot.js';
import { KeepArticles } from './use-cases/keep-articles.js';
import { OpenHistory } from './use-cases/open-history.js';
import { WriteSnapshot } from './use-cases/write-snapshot.js';

/** How curricula came to be; and histories that somebody else wrote, read from files and written back. */
export const HISTORY = [
  CurriculumHistories,
  EditionDiffs,
  EditionRecordStore,
  HandbookHistories,
  HistoryTexts,
  HistoryTrees,
  ImportSnapshot,
  KeepArticles,
  LineHistoryStore,
  NodeHistories,
  OpenHistory,
  WriteSnapshot,
];
