declare const classes: {
  readonly choice: string;
  readonly digit: string;
  readonly form: string;
  readonly hideS: string;
  readonly less: string;
  readonly note: string;
  readonly roll: string;
  readonly say: string;
  readonly square: string;
  readonly title: string;
  readonly tools: string;
};
export default classes;
