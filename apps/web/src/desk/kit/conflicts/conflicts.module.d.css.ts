declare const classes: {
  readonly choice: string;
  readonly choices: string;
  readonly ground: string;
  readonly hidden: string;
  readonly note: string;
  readonly result: string;
  readonly side: string;
  readonly text: string;
  readonly three: string;
};
export default classes;
