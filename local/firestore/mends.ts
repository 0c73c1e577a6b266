/** What the in-memory database gets wrong about queries, put right for all who run one. */
import { getComparable, QueryBuilder } from "./engine";

const { applyStructureQuery } = QueryBuilder.prototype;

/** An `orderBy` leaves out the documents that lack its field. */
QueryBuilder.prototype.applyStructureQuery = function (wire, query) {
  applyStructureQuery.call(this, wire, query);
  const fields = (query.orderBy ?? []).flatMap(({ field }) => field?.fieldPath ?? []);
  const matches = this.wherePredicate;
  this.wherePredicate = (document) =>
    matches(document) &&
    fields.every((field) => getComparable(wire, document, field) !== undefined);
};
