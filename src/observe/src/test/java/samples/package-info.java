/** The examples of the documentation. */
package samples;
