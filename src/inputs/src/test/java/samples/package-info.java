/** What the documentation shows, as a user would write it outside the project. */
package samples;
