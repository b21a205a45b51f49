/**
 * The search language: its grammar, its expressions, how they are written down, and what they mean in SQL. Knows neither
 * HTTP nor JPA.
 *
 * <p>Syntax: {@code SearchGrammar.g4}; {@link io.leadstatus.search.SearchParser} reads it, {@link
 * io.leadstatus.search.Expression} is what was read, {@link io.leadstatus.search.ExpressionPrinter} writes it down again.
 *
 * <p>Meaning: {@link io.leadstatus.search.SearchTranslator} walks the tree with a table of fields for the place it is in
 * ({@code LeadFields}, {@code RelatedFields}, {@code StatusHistory}); a field's type says which values and operators it
 * takes and what they mean. Every condition is true or false and never null, so that {@code not} is the complement.
 */
package io.leadstatus.search;
