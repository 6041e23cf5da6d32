import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { codeLabel } from './codes.ts';
import { entriesOf, type FlowNode, type Flows, labelGap, layOut, nodeWidth, shorten } from './sankey.ts';
import './funds.css';

/** The picture of money, each ribbon a link to its entries; the table below says the same for keyboard and ear. */
export function FlowPicture({ flows }: { flows: Flows }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const nameOf = useNames();
  const { nodes, links, width, height } = layOut(flows);
  return (
    <>
      <TableScroll label={t('trace.picture')}>
        <svg className="sankey" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          {links.map(({ link, from, to, path }) => {
            const said = t('trace.ribbon', { from: nameOf(from), to: nameOf(to), amount: yuan(link.amountFen) });
            const address = entriesOf(link);
            const ribbon = (
              <path d={path} className={to.tier === 'held' ? 'sankey-held' : 'sankey-link'}>
                <title>{said}</title>
              </path>
            );
            return address === undefined ? (
              <g key={`${link.from}>${link.to}`}>{ribbon}</g>
            ) : (
              <Link key={`${link.from}>${link.to}`} to={address} tabIndex={-1}>
                {ribbon}
              </Link>
            );
          })}
          {nodes.map(({ node, x, y, height: tall, room }) => (
            <g key={node.id}>
              <rect x={x} y={y} width={nodeWidth} height={tall} className="sankey-node" />
              <text x={x + nodeWidth + labelGap} y={y + Math.max(10, tall / 2)} className="sankey-text">
                <title>{nameOf(node)}</title>
                {shorten(nameOf(node), room)}
              </text>
            </g>
          ))}
        </svg>
      </TableScroll>
      <FlowTable flows={flows} />
    </>
  );
}

function useNames(): (node: FlowNode) => string {
  const text = useText();
  const t = useWords(words);
  const { number } = useFormat();
  return ({ name, code, tier, members }) => {
    if (name !== null) return name;
    if (code === 'rest') return t('code.flow.rest', { count: number(members) });
    if (tier === 'purpose') return text(codeLabel('purpose', code ?? ''));
    if (tier === 'payee') return text(codeLabel('payeeKind', code ?? ''));
    return text(codeLabel('flow', code ?? ''));
  };
}

function FlowTable({ flows: { nodes, links } }: { flows: Flows }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const nameOf = useNames();
  const known = new Map(nodes.map((node) => [node.id, node]));
  const sorted = links.toSorted((a, b) => (a.amountFen < b.amountFen ? 1 : -1));
  return (
    <details className="as-table">
      <summary>{t('trace.flows')}</summary>
      <TableScroll label={t('trace.flows')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.from')}</th>
              <th scope="col">{t('field.to')}</th>
              <th scope="col" className="end">
                {t('field.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((link) => {
              const from = known.get(link.from);
              const to = known.get(link.to);
              const address = entriesOf(link);
              return (
                <tr key={`${link.from}>${link.to}`}>
                  <th scope="row">{from && nameOf(from)}</th>
                  <td>{to && nameOf(to)}</td>
                  <td className="end">
                    {address === undefined ? yuan(link.amountFen) : <Link to={address}>{yuan(link.amountFen)}</Link>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
