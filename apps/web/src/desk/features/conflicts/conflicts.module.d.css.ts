declare const classes: {
  readonly choice: string;
  readonly choices: string;
  readonly commits: string;
  readonly ground: string;
  readonly hidden: string;
  readonly no: string;
  readonly note: string;
  readonly places: string;
  readonly result: string;
  readonly says: string;
  readonly side: string;
  readonly text: string;
  readonly three: string;
};
export default classes;
