/** How each attribute of a directive is written. */
export interface DirectiveAttribute {
  readonly name: string;
  /** Must be there and say something. */
  readonly isRequired: boolean;
}

const required = (name: string): DirectiveAttribute => ({ name, isRequired: true });
const optional = (name: string): DirectiveAttribute => ({ name, isRequired: false });

/** The blocks of the course format with their attributes, in the order in which they are written. */
export const DIRECTIVES: Readonly<Record<string, readonly DirectiveAttribute[]>> = {
  legal: [
    required('document'),
    optional('article'),
    optional('from'),
    optional('to'),
    required('state'),
  ],
  case: [required('title')],
  steps: [required('title')],
  form: [required('title'), required('code')],
  warning: [required('title')],
  qa: [required('question')],
  check: [required('question'), required('answer')],
  contact: [required('title')],
};
