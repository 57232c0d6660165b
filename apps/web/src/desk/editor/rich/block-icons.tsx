import {
  CircleHelpIcon,
  FileTextIcon,
  Heading2Icon,
  Heading3Icon,
  Heading4Icon,
  ImageIcon,
  LandmarkIcon,
  ListChecksIcon,
  ListIcon,
  ListOrderedIcon,
  MessagesSquareIcon,
  PhoneIcon,
  PilcrowIcon,
  SeparatorHorizontalIcon,
  SquareCheckIcon,
  TableIcon,
  TextQuoteIcon,
  TriangleAlertIcon,
  type IconType,
} from '../../../ui/icons.js';
import type { SlashId } from './slash/slash-items.js';

const icons: Readonly<Record<SlashId, IconType>> = {
  paragraph: PilcrowIcon,
  heading2: Heading2Icon,
  heading3: Heading3Icon,
  heading4: Heading4Icon,
  bulletList: ListIcon,
  orderedList: ListOrderedIcon,
  table: TableIcon,
  image: ImageIcon,
  blockquote: TextQuoteIcon,
  horizontalRule: SeparatorHorizontalIcon,
  case: MessagesSquareIcon,
  steps: ListChecksIcon,
  form: FileTextIcon,
  legal: LandmarkIcon,
  warning: TriangleAlertIcon,
  qa: CircleHelpIcon,
  check: SquareCheckIcon,
  contact: PhoneIcon,
};

/** The sign of a block. */
export function BlockIcon({ id }: { readonly id: SlashId }) {
  const Icon = icons[id];
  return <Icon />;
}
