package io.planstream.benchmark.contender;

/**
 * What a contender is called.
 *
 * @param id its name, by which it can be chosen: lower case, with hyphens
 * @param group what it belongs to, by which all of its group can be chosen
 * @param title what is measured, a phrase of a line at the most
 */
public record Label(String id, String group, String title) {

}
