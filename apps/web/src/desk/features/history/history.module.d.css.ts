declare const classes: {
  readonly about: string;
  readonly facts: string;
  readonly head: string;
  readonly line: string;
  readonly listHead: string;
  readonly name: string;
  readonly no: string;
  readonly now: string;
  readonly passage: string;
  readonly step: string;
  readonly text: string;
  readonly toggle: string;
  readonly way: string;
};
export default classes;
