import { useMemo } from 'react';
import { translate, useMessages, type Translate } from '../../../lib/i18n/catalogue.js';
import type { Locale } from '../../../lib/i18n/locale.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import {
  BookOpenIcon,
  BookmarkIcon,
  CircleHelpIcon,
  ClipboardListIcon,
  FileTextIcon,
  GraduationCapIcon,
  LayersIcon,
  LibraryIcon,
  ListChecksIcon,
  NotebookTextIcon,
  TargetIcon,
  type IconType,
} from '../../../ui/icons.js';
import { messages } from './messages/index.js';
import type { NodeKind } from './types.js';

const icons: Readonly<Record<NodeKind, IconType>> = {
  root: LibraryIcon,
  module: LayersIcon,
  lesson: BookOpenIcon,
  quiz: ListChecksIcon,
  bank: BookmarkIcon,
  question: CircleHelpIcon,
  'report-task': NotebookTextIcon,
  survey: ClipboardListIcon,
  outcome: TargetIcon,
  annex: FileTextIcon,
};

/** The sign of a kind of node. */
export function NodeIcon({ kind }: { readonly kind: NodeKind }) {
  const Icon = icons[kind] ?? GraduationCapIcon;
  return <Icon />;
}

interface NamedNode {
  readonly kind: NodeKind;
  readonly label: string;
  readonly code?: string | null | undefined;
  readonly title: string;
}

/** Words about nodes; the same object in every drawing, so that the lines of a tree are not drawn anew. */
export function useNodeWords() {
  const { locale } = useMessages(messages);
  return useMemo(() => nodeWords(translate(messages), locale), [locale]);
}

function nodeWords(t: Translate<typeof messages.vi>, locale: Locale) {
  const mark = ({ label, code }: NamedNode) =>
    code !== null && code !== undefined && code !== '' ? code : label;
  return {
    kind: (kind: NodeKind) => t(`kind.${kind}`),
    /** "CD03", "3.2", "4": how people call a node beside its title. */
    mark,
    /** How a line of the tree calls a node. A bank bears the name of its topic, so it goes by what it is. */
    shown: (node: NamedNode & { readonly titleEn: string | null }) =>
      node.kind === 'bank'
        ? { mark: '', title: t('kind.bank'), lang: undefined }
        : {
            mark: mark(node),
            title: pick(locale, node.title, node.titleEn),
            lang: langOf(locale, node.titleEn),
          },
    /** "CD03", "3.2", "Câu 4": the same where no tree says what it is. */
    name: (node: NamedNode) => {
      if (node.kind === 'bank') return t('kind.bank');
      if (node.kind === 'question') return t('questionNo', { no: node.label });
      return mark(node);
    },
  };
}
