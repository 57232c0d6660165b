import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { messages } from './messages/index.js';
import styles from './register.module.css';
import type { Entry, Seal } from './register-types.js';

const WIDTH = 340;
const LEFT = 40;
const RIGHT = 300;
const TOP = 30;
const BOTTOM = 146;

/** The way from the line up to the seal: each step joins what is known with the neighbour below it. */
export function ProofDrawing(props: {
  readonly entry: Entry;
  readonly steps: number;
  readonly seal: Seal;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { entry, steps, seal } = props;
  const number = entry.row.registerNumber;
  const points = pointsOf(steps);
  const size = steps > 9 ? 8 : 12;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${WIDTH} 172`}
      role="img"
      aria-label={t('drawing', { number, count: steps })}
    >
      <path className={styles.wire} d={stairs(points)} />
      {points.slice(1).map(([x, y], index) => (
        <Neighbour key={x} x={x} y={y} below={points[index]?.[1] ?? y} size={size} />
      ))}
      {points.slice(0, -1).map(([x, y]) => (
        <rect key={x} className={styles.known} {...square(x, y, size)} />
      ))}
      <rect className={styles.root} {...square(points.at(-1)?.[0] ?? LEFT, TOP, size + 2)} />
      <text x={LEFT - 18} y="169" className={styles.strong}>
        {t('drawnLine', { number })}
      </text>
      <text x={WIDTH - 20} y="16" textAnchor="end">
        {t('drawnSeal', { date: format.date(seal.signedAt) })}
      </text>
    </svg>
  );
}

function Neighbour(props: {
  readonly x: number;
  readonly y: number;
  readonly below: number;
  readonly size: number;
}) {
  const { x, y, below, size } = props;
  return (
    <>
      <path className={styles.dotted} d={`M${x} ${below}V${y}`} />
      <rect className={styles.beside} {...square(x, below, size)} />
    </>
  );
}

type Point = readonly [x: number, y: number];

function pointsOf(steps: number): readonly Point[] {
  if (steps === 0) return [[LEFT, TOP]];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    return [round(LEFT + share * (RIGHT - LEFT)), round(BOTTOM - share * (BOTTOM - TOP))] as const;
  });
}

function stairs(points: readonly Point[]): string {
  return points
    .slice(1)
    .map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [x, y];
      return `M${fromX} ${fromY}V${y}H${x}`;
    })
    .join('');
}

function square(x: number, y: number, size: number) {
  return { x: x - size / 2, y: y - size / 2, width: size, height: size };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
