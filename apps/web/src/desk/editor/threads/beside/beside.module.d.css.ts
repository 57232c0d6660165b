declare const classes: {
  readonly beside: string;
  readonly margin: string;
  readonly marginHead: string;
  readonly spokenBlock: string;
  readonly spokenWords: string;
};
export default classes;
