declare const classes: {
  readonly card: string;
  readonly label: string;
  readonly tab: string;
  readonly weave: string;
};
export default classes;
