declare const classes: {
  readonly big: string;
  readonly block: string;
  readonly btn: string;
  readonly danger: string;
  readonly icon: string;
  readonly main: string;
  readonly quiet: string;
  readonly row: string;
  readonly segments: string;
  readonly small: string;
  readonly word: string;
};
export default classes;
