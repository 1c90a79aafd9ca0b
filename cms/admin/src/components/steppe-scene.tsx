import type { ReactNode } from 'react'

/** Morning over the steppe: the picture beside the sign-in form. */
export const SteppeScene = (): ReactNode => (
  <svg viewBox="0 0 920 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#9cc7ea" />
        <stop offset="0.6" stopColor="#dcebf3" />
        <stop offset="1" stopColor="#fbe9c6" />
      </linearGradient>
      <linearGradient id="grass" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#8db565" />
        <stop offset="1" stopColor="#4f8647" />
      </linearGradient>
    </defs>
    <rect width="920" height="900" fill="url(#sky)" />
    <circle cx="640" cy="500" r="86" fill="#ffe2a0" />
    <circle cx="640" cy="500" r="58" fill="#ffd174" />
    <g fill="#fff" opacity="0.8">
      <path d="M500 190c8-30 52-34 66-8 22-14 52 0 50 24h-150c-2-14 16-22 34-16z" />
      <path d="M700 300c6-22 38-26 50-6 16-10 40 0 38 18H676c0-10 12-16 24-12z" />
    </g>
    <path d="M0 590c150-70 260-60 390-20s250-70 530-50v380H0z" fill="#a9c5bf" />
    <path d="M0 650c170-60 330-20 480 0s300-50 440-30v280H0z" fill="#b5cd86" />
    <path d="M0 720c200-60 380-10 560-6s260-30 360-20v206H0z" fill="url(#grass)" />
    <path
      d="M930 720c-150 20-330 30-440 76s-60 90-200 130"
      fill="none"
      stroke="#cfe0f0"
      strokeWidth="26"
      strokeLinecap="round"
      opacity="0.85"
    />
    <Yurt x={250} y={640} scale={1} />
    <Yurt x={470} y={668} scale={0.58} />
    <g fill="#f7f5ee">
      {[
        [760, 812],
        [800, 796],
        [838, 826],
        [722, 836],
        [786, 846],
      ].map(([x, y]) => (
        <g key={`${x}-${y}`}>
          <ellipse cx={x} cy={y} rx="13" ry="9" />
          <circle cx={(x ?? 0) + 13} cy={(y ?? 0) - 5} r="5" fill="#4b4238" />
        </g>
      ))}
    </g>
  </svg>
)

const Yurt = ({ x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number }): ReactNode => (
  <g transform={`translate(${x} ${y}) scale(${scale})`}>
    <ellipse cx="0" cy="104" rx="128" ry="14" fill="#3f6e3b" opacity="0.5" />
    <path d="M-112 26h224l-8 78h-208z" fill="#fdfaf3" />
    <path d="M-120 30C-96-22-44-46 0-46s96 24 120 76z" fill="#f3ece0" />
    <path d="M-112 26h224v14h-224z" fill="#0a5fae" />
    <path d="M-112 33h224" stroke="#ecc05a" strokeWidth="3" strokeDasharray="10 8" />
    <path d="M-26-40C-18-56 18-56 26-40z" fill="#a93a1c" />
    <rect x="-24" y="46" width="48" height="58" rx="3" fill="#a93a1c" />
    <path d="M0 48v56M-22 76h44" stroke="#ecc05a" strokeWidth="3" />
  </g>
)
