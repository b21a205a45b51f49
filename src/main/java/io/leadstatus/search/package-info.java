/**
 * The search language: its grammar, its expressions and how they are written down. Knows neither HTTP nor JPA.
 *
 * <p>{@code SearchGrammar.g4} is the syntax, {@link io.leadstatus.search.SearchParser} reads it, {@link
 * io.leadstatus.search.Expression} is what was read, {@link io.leadstatus.search.ExpressionPrinter} writes it down again.
 * What keywords there are is no matter of the syntax.
 */
package io.leadstatus.search;
