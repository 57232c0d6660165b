import { useMessages } from '../../../lib/i18n/catalogue.js';
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

/** Words about nodes. */
export function useNodeWords() {
  const { t } = useMessages(messages);
  return {
    kind: (kind: NodeKind) => t(`kind.${kind}`),
    /** "CD03", "3.2", "Câu 4" or the kind: how people call a node beside its title. */
    mark: ({ kind, label, code }: NamedNode) => {
      if (code !== null && code !== undefined && code !== '') return code;
      if (kind === 'question' && label !== '') return `${t('kind.question')} ${label}`;
      return label;
    },
  };
}
