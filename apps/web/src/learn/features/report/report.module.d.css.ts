declare const classes: {
  readonly comment: string;
  readonly compared: string;
  readonly levels: string;
  readonly points: string;
  readonly rubric: string;
  readonly written: string;
};
export default classes;
