import type { PartProps } from '../question-form.js';
import { MatchingPart, OrderingPart } from './arranged-parts.js';
import { OptionsPart } from './options-part.js';
import { GapsPart, NumericPart, ShortPart } from './text-parts.js';

/** What a question of this type consists of. */
export function TypePart(props: PartProps) {
  const { question } = props;
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return <OptionsPart {...props} key={question.type} question={question} />;
    case 'short':
      return <ShortPart {...props} question={question} />;
    case 'numeric':
      return <NumericPart {...props} question={question} />;
    case 'matching':
      return <MatchingPart {...props} question={question} />;
    case 'ordering':
      return <OrderingPart {...props} question={question} />;
    case 'gaps':
      return <GapsPart {...props} question={question} />;
  }
}
